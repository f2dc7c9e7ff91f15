<?php
// A scheduler over message queues: arrays as queues and stacks, state machines, string keys.
class Task
{
    public int $remaining;
    public array $inbox = [];
    public int $seen = 0;
    public string $state = 'ready';

    public function __construct(public readonly int $id, public readonly int $priority, int $work)
    {
        $this->remaining = $work;
    }

    public function step(Scheduler $scheduler): void
    {
        $message = array_shift($this->inbox);
        if ($message !== null) {
            $this->seen += $message['work'] * ($message['from'] + 1);
        }
        $this->remaining--;
        if ($this->remaining % 3 === 0) {
            $scheduler->send(($this->id * 7 + $this->remaining) % $scheduler->size(), ['from' => $this->id, 'work' => $this->remaining]);
        }
        $this->state = $this->remaining <= 0 ? 'done' : ($this->remaining % 5 === 0 ? 'waiting' : 'ready');
    }
}

class Scheduler
{
    private array $tasks = [];
    private array $ready = [];
    private array $statistics = ['steps' => 0, 'sent' => 0, 'lost' => 0, 'woken' => 0];

    public function add(Task $task): void
    {
        $this->tasks[$task->id] = $task;
        $this->ready[$task->priority][] = $task->id;
    }

    public function size(): int
    {
        return count($this->tasks);
    }

    public function send(int $to, array $message): void
    {
        $task = $this->tasks[$to];
        if ($task->state === 'done') {
            $this->statistics['lost']++;
            return;
        }
        $task->inbox[] = $message;
        $this->statistics['sent']++;
        if ($task->state === 'waiting') {
            $task->state = 'ready';
            $this->ready[$task->priority][] = $to;
            $this->statistics['woken']++;
        }
    }

    public function run(): array
    {
        while (true) {
            $queue = null;
            for ($priority = 0; $priority < 4; $priority++) {
                if (!empty($this->ready[$priority])) {
                    $queue = $priority;
                    break;
                }
            }
            if ($queue === null) {
                break;
            }
            $task = $this->tasks[array_shift($this->ready[$queue])];
            if ($task->state !== 'ready') {
                continue;
            }
            $task->step($this);
            $this->statistics['steps']++;
            if ($task->state === 'ready') {
                $this->ready[$queue][] = $task->id;
            }
        }
        return $this->statistics;
    }

    public function seen(): int
    {
        return array_sum(array_column($this->tasks, 'seen'));
    }

    public function states(): array
    {
        return array_count_values(array_map(fn(Task $task) => $task->state, $this->tasks));
    }
}

// --- run
$totals = [];
for ($run = 1; $run <= 80; $run++) {
    $scheduler = new Scheduler();
    for ($id = 0; $id < 60; $id++) {
        $scheduler->add(new Task($id, $id % 4, 40 + $id * $run % 37));
    }
    foreach ($scheduler->run() + $scheduler->states() + ['seen' => $scheduler->seen()] as $name => $count) {
        $totals[$name] = ($totals[$name] ?? 0) + $count;
    }
}
ksort($totals);
echo json_encode($totals), "\n";
