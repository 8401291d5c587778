-- A report answers a line of a sheet, and the line answers for period, item and unit. One reference instead of three: it is
-- stricter, and writers of one region no longer lock the rows of the same period, item and unit while they write.

alter table report
  drop constraint report_region_id_cadence_id_period_id_fkey,
  drop constraint report_region_id_item_id_fkey,
  drop constraint report_region_id_unit_id_fkey,
  add foreign key (region_id, cadence_id, period_id, item_id) references sheet_line;
