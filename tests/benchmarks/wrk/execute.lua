-- wrk -t1 -c32 -d10s -s tests/benchmarks/wrk/execute.lua http://127.0.0.1:10101
-- Valid bodies, and every answer checked: one that is wrong or missing is counted, said at the end, and fails the run.
-- WORKLOAD=echo, variables, loop, or cold (another script each time); CACHE=default asks the response cache; KEY=an API key.
local mode = os.getenv("CACHE") or "bypass"
local workload = os.getenv("WORKLOAD") or "echo"
-- What a script prints; a number takes the place of %d in both.
local scripts = {
   echo = { "<?php echo 'Hello, World!';", "Hello, World!" },
   variables = { [[<?php $n = 3; $m = $n * 2; $who = 'World'; echo \"Hello, $who! $n $m\";]], "Hello, World! 3 6" },
   loop = { "<?php $s = 0; for ($i = 0; $i < 100000; $i++) { $s += $i % 7; } echo $s;", "299995" },
   cold = { "<?php function f%d($x) { return $x + %d; } echo 'f', f%d(0);", "f%d" },
}
local script = scripts[workload]
if not script then
   io.stderr:write("WORKLOAD: expected echo, variables, loop or cold, got " .. workload .. "\n")
   os.exit(2)
end
wrk.method = "POST"
wrk.path = "/api/execute"
wrk.headers["Content-Type"] = "application/json"
if os.getenv("KEY") then wrk.headers["Authorization"] = "Bearer " .. os.getenv("KEY") end

local function body(number)
   return '{"code":"' .. script[1]:gsub("%%d", number) .. '","cache":"' .. mode .. '"}'
end

wrk.body = body("")
local expected = '"output":"' .. script[2]:gsub("%%d", "") .. (workload == "cold" and "" or '"')

local threads = {}
function setup(thread)
   table.insert(threads, thread)
   thread:set("number", #threads * 1e9 + os.time() % 1e6 * 1000)
end

function request()
   if workload ~= "cold" then return wrk.format() end
   number = number + 1
   return wrk.format(nil, nil, nil, body(string.format("%d", number)))
end

wrong = 0
function response(status, headers, body)
   if status ~= 200 or not body:find(expected, 1, true) then
      wrong = wrong + 1
   end
end

function done(summary, latency, requests)
   local all = 0
   for _, thread in ipairs(threads) do
      all = all + thread:get("wrong")
   end
   local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
   io.write(string.format("wrong answers: %d of %d, connections that failed: %d\n", all, summary.requests, errors))
   if all > 0 or errors > 0 or summary.requests == 0 then os.exit(1) end
end
