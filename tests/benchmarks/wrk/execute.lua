-- wrk -t1 -c32 -d10s -s tests/benchmarks/wrk/execute.lua http://127.0.0.1:10101
-- A valid body, and every answer checked: a wrong one is counted, and said at the end. CACHE=default asks the response cache.
local mode = os.getenv("CACHE") or "bypass"
wrk.method = "POST"
wrk.path = "/api/execute"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"code":"<?php echo \'Hello, World!\';","cache":"' .. mode .. '"}'

local threads = {}
function setup(thread)
   table.insert(threads, thread)
end

wrong = 0
function response(status, headers, body)
   if status ~= 200 or not body:find('"output":"Hello, World!"', 1, true) then
      wrong = wrong + 1
   end
end

function done(summary, latency, requests)
   local all = 0
   for _, thread in ipairs(threads) do
      all = all + thread:get("wrong")
   end
   io.write(string.format("wrong answers: %d of %d\n", all, summary.requests))
   if all > 0 then os.exit(1) end
end
