import type { Frequency, Origin } from './types.ts'

/** A series whose figure another body makes: it comes in by release, never by a unit's report. */
export interface OfficialSeries {
  /** Any of these words in the subject names the series. */
  readonly names: readonly string[]
  /** Words that make it something else: 规上工业企业 (a count of firms) is not 规上工业增加值. */
  readonly except?: readonly string[]
  readonly origin: Exclude<Origin, 'own'>
  /** How often the body releases it; the statistics bureau's months have no January of their own. */
  readonly frequency: Frequency
}

/**
 * Series by origin (domain.md, Targets): statutory ones are the statistics bureau's, after its yearly reporting calendar; official ones
 * are those of customs, treasury, taxation, ecology, human resources and regulators. The first match counts. A coordinator can
 * change the origin of any item.
 */
export const officialSeries: readonly OfficialSeries[] = [
  { names: ['能耗', '能源消费'], origin: 'statutory', frequency: 'quarter' },
  { names: ['研发经费', '研发投入', 'R&D', '研究与试验发展'], origin: 'statutory', frequency: 'year' },
  {
    names: ['地区生产总值', 'GDP', '生产总值'],
    except: ['占地区生产总值', '占GDP', '单位地区生产总值', '单位GDP'],
    origin: 'statutory',
    frequency: 'quarter',
  },
  {
    names: ['第一产业增加值', '第二产业增加值', '第三产业增加值', '服务业增加值', '农林牧渔业总产值', '建筑业总产值'],
    origin: 'statutory',
    frequency: 'quarter',
  },
  { names: ['人均可支配收入', '居民可支配收入', '居民收入'], origin: 'statutory', frequency: 'quarter' },
  { names: ['粮食总产量', '粮食产量', '粮食播种面积'], origin: 'statutory', frequency: 'year' },
  { names: ['常住人口', '城镇化率'], origin: 'statutory', frequency: 'year' },
  { names: ['居民消费价格', 'CPI'], origin: 'statutory', frequency: 'month' },
  {
    names: ['工业增加值', '工业总产值', '工业企业营业收入', '工业企业利润', '工业利润', '服务业营业收入'],
    except: ['亩均', '占'],
    origin: 'statutory',
    frequency: 'month',
  },
  {
    names: ['固定资产投资', '工业投资', '民间投资', '房地产开发投资', '基础设施投资', '技改投资', '制造业投资'],
    origin: 'statutory',
    frequency: 'month',
  },
  { names: ['社会消费品零售总额', '社零', '限额以上零售额', '网络零售额'], origin: 'statutory', frequency: 'month' },
  { names: ['商品房销售面积'], origin: 'statutory', frequency: 'month' },
  { names: ['全社会用电量', '工业用电量'], origin: 'official', frequency: 'month' },
  {
    names: ['进出口', '出口总额', '进口总额', '出口额'],
    except: ['企业', '实绩'],
    origin: 'official',
    frequency: 'month',
  },
  {
    names: ['一般公共预算收入', '地方财政收入', '财政总收入', '税收收入', '税占比', '非税占比'],
    origin: 'official',
    frequency: 'month',
  },
  { names: ['实际使用外资', '实际利用外资', '外商直接投资'], origin: 'official', frequency: 'month' },
  {
    names: ['空气质量优良', '优良天数', '空气优良', 'PM2.5', 'PM10', '细颗粒物'],
    origin: 'official',
    frequency: 'month',
  },
  { names: ['断面水质', '水质优良', '水质达标'], origin: 'official', frequency: 'month' },
  { names: ['城镇新增就业', '城镇调查失业率', '登记失业率', '失业率'], origin: 'official', frequency: 'month' },
  { names: ['贷款余额', '存款余额', '不良贷款率', '存贷比'], origin: 'official', frequency: 'month' },
  { names: ['生产安全事故', '事故死亡人数', '死亡人数'], origin: 'official', frequency: 'month' },
  { names: ['经营主体', '市场主体'], except: ['满意', '培育库'], origin: 'official', frequency: 'month' },
  { names: ['集装箱吞吐量', '货物吞吐量', '旅客吞吐量'], origin: 'official', frequency: 'month' },
  { names: ['耕地保有量', '永久基本农田', '森林覆盖率'], origin: 'official', frequency: 'year' },
]
