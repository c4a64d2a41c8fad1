-- Facts from the texts named as basis. Public holidays of the Labour Code are known since it is in force
-- (1 January 2021); what is decided year by year is known since the day of the notice, and before that as an estimate.
-- "provisional": read at second hand only, or an estimate; to be compared with the notice itself.

insert into calendar.basis (code, title, english_title) values
    ('default-hours', 'Giờ làm việc mặc định, dùng khi cơ quan chưa công bố giờ riêng', 'Default hours, used until an agency publishes its own'),
    ('labour-112', 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1', 'Labour Code 45/2019/QH14, Article 112(1)'),
    ('labour-111', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3', 'Labour Code 45/2019/QH14, Article 111(3)'),
    ('labour-estimate', 'Bộ luật Lao động 45/2019/QH14, Điều 112; ước tính, chờ quyết định từng năm của Thủ tướng Chính phủ', 'Labour Code 45/2019/QH14, Article 112; an estimate until the Prime Minister''s decision of the year'),
    ('notice-6150', 'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024', 'Notice 6150/TB-BLĐTBXH of 3 December 2024'),
    ('notice-9441', 'Thông báo 9441/TB-BNV ngày 16/10/2025', 'Notice 9441/TB-BNV of 16 October 2025'),
    ('letter-12729', 'Công văn 12729/VPCP-KGVX, tháng 12/2025', 'Official letter 12729/VPCP-KGVX, December 2025'),
    ('resolution-28', 'Nghị quyết 28/2026/QH16, Điều 2', 'Resolution 28/2026/QH16, Article 2'),
    ('letter-10065', 'Công văn 10065/VPCP-KGVX ngày 02/10/2026, chờ đối chiếu thông báo của Bộ Nội vụ', 'Official letter 10065/VPCP-KGVX of 2 October 2026, to be compared with the notice of the Ministry of Home Affairs');

insert into calendar.filled_year (year, known_from) values
    (2025, '2021-01-01 00:00+07'), (2026, '2021-01-01 00:00+07'), (2027, '2021-01-01 00:00+07');

with added as (
    insert into calendar.opening (scope, basis, known_from) values (null, 'default-hours', '2021-01-01 00:00+07') returning id
)
insert into calendar.session (opening, weekday, opens, closes)
select id, weekday, opens, closes
from added,
     generate_series(1, 5) weekday,
     (values (time '07:30', time '11:30'), (time '13:30', time '17:00')) hours (opens, closes);

-- Fixed by law, whatever the year decides.
insert into calendar.special_day (day, kind, name, english_name, counterpart, basis, known_from) values
    ('2025-01-01', 'HOLIDAY', 'Tết Dương lịch', 'New Year''s Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2025-04-07', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2025-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Victory Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2025-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'Labour Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2025-09-02', 'HOLIDAY', 'Quốc khánh', 'National Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2026-01-01', 'HOLIDAY', 'Tết Dương lịch', 'New Year''s Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2026-04-26', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2026-04-27', 'SUBSTITUTE', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day', '2026-04-26', 'labour-111', '2021-01-01 00:00+07'),
    ('2026-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Victory Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2026-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'Labour Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2026-09-02', 'HOLIDAY', 'Quốc khánh', 'National Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2026-11-24', 'HOLIDAY', 'Ngày Văn hóa Việt Nam', 'Vietnam Culture Day', null, 'resolution-28', '2026-04-24 00:00+07'),
    ('2027-01-01', 'HOLIDAY', 'Tết Dương lịch', 'New Year''s Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2027-04-16', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2027-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'Victory Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2027-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'Labour Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2027-05-03', 'SUBSTITUTE', 'Ngày Quốc tế lao động', 'Labour Day', '2027-05-01', 'labour-111', '2021-01-01 00:00+07'),
    ('2027-09-02', 'HOLIDAY', 'Quốc khánh', 'National Day', null, 'labour-112', '2021-01-01 00:00+07'),
    ('2027-11-24', 'HOLIDAY', 'Ngày Văn hóa Việt Nam', 'Vietnam Culture Day', null, 'resolution-28', '2026-04-24 00:00+07');

-- Decided year by year: Tết and the second day of the National Day. In 2027 two days of Tết fall on Saturday 6 and
-- Sunday 7 February, hence two days in lieu.
create temporary table decided (year int, day date, kind text, name text, english_name text, counterpart date);
insert into decided
select extract(year from day), day, 'HOLIDAY', 'Tết Nguyên đán', 'Lunar New Year', null
from (values (timestamp '2025-01-27', timestamp '2025-01-31'), ('2026-02-16', '2026-02-20'), ('2027-02-04', '2027-02-08')) tet (first, last),
     generate_series(first, last, interval '1 day') day;
insert into decided values
    (2025, '2025-09-01', 'HOLIDAY', 'Quốc khánh', 'National Day', null),
    (2026, '2026-09-01', 'HOLIDAY', 'Quốc khánh', 'National Day', null),
    (2027, '2027-09-03', 'HOLIDAY', 'Quốc khánh', 'National Day', null),
    (2027, '2027-02-09', 'SUBSTITUTE', 'Tết Nguyên đán', 'Lunar New Year', '2027-02-06'),
    (2027, '2027-02-10', 'SUBSTITUTE', 'Tết Nguyên đán', 'Lunar New Year', '2027-02-07');

insert into calendar.special_day (day, kind, name, english_name, counterpart, basis, provisional, known_from)
select day, kind, name, english_name, counterpart, basis, provisional, known_from
from decided join (values
        (2025, 'labour-estimate', true, timestamptz '2021-01-01 00:00+07'),
        (2025, 'notice-6150', false, '2024-12-03 00:00+07'),
        (2026, 'labour-estimate', true, '2021-01-01 00:00+07'),
        (2026, 'notice-9441', false, '2025-10-16 00:00+07'),
        (2027, 'labour-estimate', true, '2021-01-01 00:00+07'),
        (2027, 'letter-10065', true, '2026-10-02 00:00+07')
     ) version (year, basis, provisional, known_from) using (year);
drop table decided;

-- Working days swapped for Saturdays.
insert into calendar.special_day (day, kind, name, english_name, counterpart, basis, known_from)
select day, kind, 'Hoán đổi ngày làm việc', 'Swapped working day', counterpart, basis, known_from
from (values
        (date '2025-05-02', date '2025-04-26', 'notice-6150', timestamptz '2024-12-03 00:00+07'),
        ('2026-01-02', '2026-01-10', 'letter-12729', '2025-12-25 00:00+07'),
        ('2026-08-31', '2026-08-22', 'notice-9441', '2025-10-16 00:00+07')
     ) swap (rested, worked, basis, known_from)
     cross join lateral (values (rested, 'SWAPPED_OFF', worked), (worked, 'SWAPPED_WORKING', rested)) days (day, kind, counterpart);
