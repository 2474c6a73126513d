import time

print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.gmtime(86400 * 365.25 * 30).tm_year, time.gmtime(1e9)[:6])
print(time.strftime("%a %A %b %B %j %y %p %I %% %w %d", time.gmtime(1234567890)), time.asctime(time.gmtime(1e9)))
start = time.time()
time.sleep(0)
print(time.time() - start < 60, time.perf_counter() - time.perf_counter() <= 0, time.gmtime(5).tm_sec)
