"""Searches side by side: a process for each core, stopped together, gone with their parent."""

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from functools import partial
from multiprocessing.synchronize import Event
from typing import Protocol

from routing.search import OnProgress, Progress, ShouldStop
from routing.task import Found, Task

POLL_SECONDS = 0.1


class _Queue(Protocol):
    def put(self, item: tuple[int, Progress]) -> None: ...
    def get(self) -> tuple[int, Progress]: ...
    def empty(self) -> bool: ...


class _Worker:
    """What a worker process was given when it began."""

    stop: Event
    progress: _Queue


def run(
    tasks: Sequence[Task], threads: int, on_progress: OnProgress, should_stop: ShouldStop
) -> Iterator[Found]:
    """What each task found, in their order."""
    if threads == 1 or len(tasks) == 1:
        total = _Total(tasks, on_progress)
        for number, task in enumerate(tasks):
            yield task.run(partial(total.tell, number), should_stop)
    else:
        with Workers(min(threads, len(tasks))) as workers:
            yield from workers.run(tasks, on_progress, should_stop)


class _Total:
    """The progress of all tasks, seen as one: summed over problems, the best of each problem."""

    def __init__(self, tasks: Sequence[Task], on_progress: OnProgress) -> None:
        problems = {id(task.problem): task.problem for task in tasks}
        self.jobs = sum(len(problem.visits) for problem in problems.values())
        self.keys = [id(task.problem) for task in tasks]
        self.on_progress = on_progress
        self.began = time.monotonic()
        self.best: dict[int, Progress] = {}

    def tell(self, number: int, seen: Progress) -> None:
        key = self.keys[number]
        self.best[key] = min(seen, self.best.get(key, seen), key=lambda each: each.loss)
        loss = sum(progress.loss for progress in self.best.values())
        served = sum(progress.served for progress in self.best.values())
        self.on_progress(Progress(time.monotonic() - self.began, loss, served, self.jobs))


class Workers:
    """Processes that do one round of tasks after another, and end when they are left."""

    def __init__(self, count: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.count = count
        self._stop, self._progress = context.Event(), context.SimpleQueue()
        given = self._stop, self._progress
        self._executor = ProcessPoolExecutor(count, context, _begin, given)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._executor.shutdown(cancel_futures=True)

    def run(
        self, tasks: Sequence[Task], on_progress: OnProgress, should_stop: ShouldStop
    ) -> Iterator[Found]:
        """What each task found, in their order; closed early, the tasks are ended."""
        self._stop.clear()
        while not self._progress.empty():
            self._progress.get()
        total = _Total(tasks, on_progress)
        futures = [self._executor.submit(_work, *each) for each in enumerate(tasks)]
        try:
            for future in futures:
                _watch(future, self._stop, should_stop, self._progress, total)
                yield future.result()
        finally:
            self._stop.set()
            wait([future for future in futures if not future.cancel()])


def _watch(
    future: Future[Found], stop: Event, should_stop: ShouldStop, progress: _Queue, total: _Total
) -> None:
    while not future.done():
        wait([future], timeout=POLL_SECONDS)
        while not progress.empty():
            total.tell(*progress.get())
        if should_stop():
            stop.set()


def _begin(stop: Event, progress: _Queue) -> None:
    _Worker.stop, _Worker.progress = stop, progress
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(number: int, task: Task) -> Found:
    return task.run(lambda seen: _Worker.progress.put((number, seen)), _Worker.stop.is_set)
