import { createHash } from "node:crypto";

/*
 * What Redis does in one go. The counting and the check of the rule stand here a second time (rule.ts
 * has them in TypeScript), because a report that is computed elsewhere and written back only where
 * nothing has changed meanwhile would be tried again and again exactly when many report at once. All
 * that needs an environment or random numbers stays in TypeScript: which levels there are comes with
 * the outcomes, and draws are made of the number and the tops that a script gives. The suite of all
 * stores and a property hold the two to the same results.
 *
 * Counts are whole numbers below 2^53, exact in Lua's doubles as in JavaScript's; they are written by
 * `whole`, since Lua's own way ends at 14 digits.
 */

export interface Script {
  readonly text: string;
  /** By which Redis knows it. */
  readonly sha1: string;
}

/** The keys of a curriculum, as `keysOf` gives them. */
const PREAMBLE = `
local NAMES, HEADER, TOPS, COUNTS, RISES = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local GROUPS, GROUP_ORDER, SNAPSHOTS, REPORTS, REPORT_ORDER = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local call = redis.call
local function whole(number) return string.format('%.0f', number) end
`;

/** The names of the keys of a curriculum. */
export function keysOf(prefix: string, name: string): string[] {
  const own = `${prefix}curriculum:${name}`;
  const parts = "tops counts rises groups group-order snapshots reports report-order".split(" ");
  return [`${prefix}curricula`, own, ...parts.map((part) => `${own}:${part}`)];
}

function script(body: string): Script {
  const text = PREAMBLE + body;
  return { text, sha1: createHash("sha1").update(text).digest("hex") };
}

/** → the names of all curricula. */
export const GET_NAMES = script(`return call('SMEMBERS', NAMES)`);

/** → revision, record, changes, tops; nothing in them where there is none. */
export const FIND = script(`
local header = call('HMGET', HEADER, 'revision', 'record', 'changes')
return {header[1], header[2], header[3], table.concat(call('HGETALL', TOPS), ' ')}
`);

/** → record, draws, tops and counts by environment. */
export const LOAD = script(`
local header = call('HMGET', HEADER, 'record', 'draws')
return {header[1], header[2], call('HGETALL', TOPS), call('HGETALL', COUNTS)}
`);

/** ARGV: whether to replace, name, fields of the header, and environment, top, counts of each. */
export const SAVE = script(`
if ARGV[1] == '0' and call('EXISTS', HEADER) == 1 then return 0 end
call('DEL', HEADER, TOPS, COUNTS, RISES, GROUPS, GROUP_ORDER, SNAPSHOTS, REPORTS, REPORT_ORDER)
call('SADD', NAMES, ARGV[2])
call('HSET', HEADER, 'revision', ARGV[3], 'record', ARGV[4], 'start', ARGV[5], 'min_samples', ARGV[6],
  'threshold', ARGV[7], 'lower_below', ARGV[8], 'draws', ARGV[9], 'changes', 0, 'reports', 0)
for i = 10, #ARGV, 3 do
  call('HSET', TOPS, ARGV[i], ARGV[i + 1])
  call('HSET', COUNTS, ARGV[i], ARGV[i + 2])
end
return 1
`);

/** ARGV: name. */
export const REMOVE = script(`
call('SREM', NAMES, ARGV[1])
local existed = call('DEL', HEADER)
call('DEL', TOPS, COUNTS, RISES, GROUPS, GROUP_ORDER, SNAPSHOTS, REPORTS, REPORT_ORDER)
return existed
`);

/**
 * ARGV: revision and changes that the asker knows, count, group (after a letter; empty for none), how
 * long and how many groups are remembered.
 * → revision, changes, first, record (where the revision is another), tops (where the changes are).
 *
 * A group's tops are those of the moment of its draw: a snapshot, which all groups between two changes
 * share. Groups stand in the order in which they are forgotten, and with the last one of a snapshot
 * goes the snapshot.
 */
export const TAKE = script(`
local header = call('HMGET', HEADER, 'revision', 'changes', 'record', 'draws')
local revision, changes, record, first = header[1], header[2], header[3], header[4]
if not revision then return {} end
local group, tops = ARGV[4], nil
if group ~= '' then
  local time = call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local function read(name)
    if not name then return nil end
    local first, changes, ends = string.match(call('HGET', GROUPS, name), '(%d+) (%d+) (%d+)')
    return {name = name, first = first, changes = changes, ends = tonumber(ends)}
  end
  local function forget(oldest)
    call('LPOP', GROUP_ORDER)
    call('HDEL', GROUPS, oldest.name)
    local following = read(call('LINDEX', GROUP_ORDER, 0))
    if not following or following.changes ~= oldest.changes then
      call('HDEL', SNAPSHOTS, oldest.changes)
    end
    return following
  end
  local oldest = read(call('LINDEX', GROUP_ORDER, 0))
  while oldest and oldest.ends <= now do oldest = forget(oldest) end
  if call('HEXISTS', GROUPS, group) == 1 then
    local known = read(group)
    local isSame = ARGV[1] == revision
    tops = isSame and ARGV[2] == known.changes and '' or call('HGET', SNAPSHOTS, known.changes)
    return {revision, known.changes, known.first, isSame and '' or record, tops}
  end
  if call('LLEN', GROUP_ORDER) >= tonumber(ARGV[6]) then forget(oldest) end
  if call('HEXISTS', SNAPSHOTS, changes) == 0 then
    tops = table.concat(call('HGETALL', TOPS), ' ')
    call('HSET', SNAPSHOTS, changes, tops)
  end
  call('RPUSH', GROUP_ORDER, group)
  call('HSET', GROUPS, group, first .. ' ' .. changes .. ' ' .. whole(now + ARGV[5]))
end
call('HSET', HEADER, 'draws', whole(first + ARGV[3]))
if ARGV[1] == revision and ARGV[2] == changes then return {revision, changes, first, '', ''} end
tops = tops or table.concat(call('HGETALL', TOPS), ' ')
return {revision, changes, first, ARGV[1] == revision and '' or record, tops}
`);

/**
 * ARGV: revision of which the outcomes were looked at, key (after a letter; empty for none), number,
 * how many keys and rises are remembered, whether the outcome after the last one is refused whatever
 * the tops, and environment, difficulty, samples, correct, whether there is a level above, of each.
 * → what became of it, and its particulars.
 */
export const REPORT = script(`
local header = call('HMGET', HEADER, 'revision', 'start', 'min_samples', 'threshold', 'lower_below', 'draws')
local revision, draws = header[1], header[6]
if not revision then return {'unknown'} end
if revision ~= ARGV[1] then return {'stale'} end
local start, min_samples, threshold, lower_below = tonumber(header[2]), tonumber(header[3]), tonumber(header[4]), tonumber(header[5])
local key, number = ARGV[2], tonumber(ARGV[3])
if key ~= '' then
  local last = call('HGET', REPORTS, key)
  if last and number <= tonumber(last) then return {'repeated'} end
end
local changed, order = {}, {}
for i = 7, #ARGV, 5 do
  local environment = ARGV[i]
  local difficulty, samples, correct = tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
  local own = changed[environment]
  if not own then
    local counts = {}
    for count in string.gmatch(call('HGET', COUNTS, environment) or '0 0 0 0 0', '%d+') do
      counts[#counts + 1] = tonumber(count)
    end
    own = {environment = environment, top = tonumber(call('HGET', TOPS, environment) or start),
      samples = counts[1], correct = counts[2], total_samples = counts[3], total_correct = counts[4],
      failed_draws = counts[5], may_rise = false}
    changed[environment] = own
    order[#order + 1] = own
  end
  if difficulty > own.top and not lower_below then
    return {'above', environment, ARGV[i + 1], whole(own.top)}
  end
  if difficulty == own.top then
    own.samples = own.samples + samples
    own.correct = own.correct + correct
    own.may_rise = ARGV[i + 4] == '1'
  end
  own.total_samples = own.total_samples + samples
  own.total_correct = own.total_correct + correct
end
if ARGV[6] == '1' then return {'refused'} end
local reply = {'counted'}
for _, own in ipairs(order) do
  if own.samples >= min_samples then
    local accuracy, top = own.correct / own.samples, own.top
    if accuracy >= threshold and own.may_rise then own.top = top + 1 end
    if lower_below and accuracy < lower_below and top > start then own.top = own.top - 1 end
    own.samples, own.correct = 0, 0
    if own.top ~= top then
      local rise = own.environment .. ' ' .. whole(own.top) .. ' ' .. draws
      call('HSET', TOPS, own.environment, whole(own.top))
      call('HINCRBY', HEADER, 'changes', 1)
      call('RPUSH', RISES, rise)
      reply[#reply + 1] = rise
    end
  end
  call('HSET', COUNTS, own.environment, table.concat({whole(own.samples), whole(own.correct),
    whole(own.total_samples), whole(own.total_correct), whole(own.failed_draws)}, ' '))
end
if #reply > 1 then call('LTRIM', RISES, -tonumber(ARGV[5]), -1) end
if key ~= '' then
  call('HSET', REPORTS, key, ARGV[3])
  call('ZADD', REPORT_ORDER, call('HINCRBY', HEADER, 'reports', 1), key)
  if call('ZCARD', REPORT_ORDER) > tonumber(ARGV[4]) then
    call('HDEL', REPORTS, call('ZPOPMIN', REPORT_ORDER)[1])
  end
end
return reply
`);

/** ARGV: environment, how many. → whether there is such a curriculum. */
export const COUNT_FAILURES = script(`
if call('EXISTS', HEADER) == 0 then return 0 end
local counts = call('HGET', COUNTS, ARGV[1])
if counts then
  local others, failed = string.match(counts, '^(.*) (%d+)$')
  call('HSET', COUNTS, ARGV[1], others .. ' ' .. whole(failed + ARGV[2]))
end
return 1
`);

/** → whether there is such a curriculum, and its rises, oldest first. */
export const GET_RISES = script(`return {call('EXISTS', HEADER), call('LRANGE', RISES, 0, -1)}`);
