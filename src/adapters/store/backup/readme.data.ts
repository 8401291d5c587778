/** What somebody reads who opens a backup without Guatu. */
export const README = `挂图（Guatu）备份文件

tables/表名/序号.copy.gz   各表数据：gzip 压缩的 PostgreSQL COPY 文本，按主键排序，按序号首尾相接
files/ab/cdef…            附件：目录名与文件名相连即内容的 SHA-256
manifest.json             清单：列名、行数、各部分的 SHA-256、已执行的迁移

恢复：在空的数据目录上执行 guatu restore 备份文件。恢复前先校验全部散列值，恢复后再逐表核对。

A backup made by Guatu

tables/TABLE/NUMBER.copy.gz  rows: PostgreSQL COPY text, gzipped, ordered by primary key; parts follow one another by number
files/ab/cdef…               attachments: folder and file name together are the SHA-256 of the content
manifest.json                list: columns, row counts, SHA-256 of every part, migrations that had run

To restore: run guatu restore FILE on an empty data folder. All hashes are checked before, and every table once more after.
`
