"""Engines: run the per-document line over many sources, in bounded and disposable processes.

Lives here: what a job and an answer are (``jobs``), the worker and its template (``worker``, ``template``), its walls
(``sandbox``, ``landlock``, ``seccomp``), the frames between the processes (``frames``), the schedule (``local``).
Not here: any step of the line (``collect``, ``pipeline``), what is kept (``record``, ``store``).
"""
