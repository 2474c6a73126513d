import datetime
from datetime import date, datetime as dt, timedelta

d = dt(2024, 2, 29, 13, 5, 9, 120)
print(d, repr(d), d.year, d.hour, d.isoformat(), d.date(), d.weekday(), d.strftime("%d/%m/%y %H:%M:%S.%f %A"), f"{d:%Y%m%d}")
print(d + timedelta(days=1, hours=12), d - timedelta(weeks=1), dt(2024, 3, 1) - dt(2024, 2, 1), dt(2024, 1, 1) < d, d.replace(year=2020, second=0))
print(date(2023, 12, 31) + timedelta(days=1), repr(date(2023, 1, 2)), date(2024, 1, 1) - date(2023, 1, 1), date(2024, 5, 6).isoweekday())
t = timedelta(days=-1, seconds=3, milliseconds=5)
print(t, repr(t), t.days, t.seconds, t.total_seconds(), -t, t * 2, timedelta(hours=5) / 2, timedelta(hours=5) / timedelta(minutes=30), timedelta(minutes=7) // timedelta(minutes=2))
print(timedelta(), timedelta(0.5), timedelta(seconds=1) == timedelta(milliseconds=1000), bool(timedelta()), timedelta(days=2, hours=3), {timedelta(1): 2}[timedelta(hours=24)])
print(dt.fromisoformat("2020-01-02T03:04:05.5"), date.fromisoformat("2020-01-02"), isinstance(d, date), dt(1, 1, 1), dt(9999, 12, 31, 23, 59, 59))
for bad in [lambda: date(2023, 2, 29), lambda: dt(2023, 13, 1), lambda: dt.fromisoformat("x"), lambda: dt(2020, 1, 1, 25)]:
    try:
        bad()
    except ValueError as error:
        print(error)
print(dt.now() - dt.now() < timedelta(minutes=1), (datetime.datetime.now().year >= 2024))
