#!/usr/bin/env python3
"""Builds on machines that fail: killed at random moments, with a full disk, on a read-only disk, and four at once in one directory.

After each failure every file must be the old one or the new one, whole, and the next build must succeed. Prints the table of the page "security" of the site.

  resilience.py [--kills 50] [--only kill|full|readonly|parallel] [--maven "mvn -o"]

Needs Linux, Python 3.8 and the installed project (mvn install -DskipTests). The disks are small tmpfs mounts, which need root; without it, they are skipped
and the table says so.
"""
import argparse
import glob
import json
import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
CHECK = os.path.join(HERE, "..", "petclinic-check")
PLUGIN = "io.github.sre4j:sre-maven-plugin:" + os.environ.get("SRE_VERSION", "0.1.0-SNAPSHOT")
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.example</groupId><artifactId>resilience</artifactId><version>1</version><packaging>pom</packaging></project>"""
# Two windows, so that the old and the new state of a file differ.
WINDOWS = (("2026-11-22T08:26:30Z", "10m"), ("2026-11-22T08:24:30Z", "7m"))
COMMON = ["-Dsre.events=events", "-Dsre.standard=sre-standard.yaml", "-Dsre.enforcement=observe"]
GOALS = {
    "check": ["check", "-Dsre.history=kept/history.ndjson", "-Dsre.cacheDirectory=kept"],
    "baseline": ["baseline", "-Dsre.baseline.raise=a new state for this test"],
    "suggest": ["suggest", "-Dsre.take=1"],
}
# What no goal may print: a stack trace, or an exception where a sentence belongs. Names of exceptions in evidence are none of these.
SURPRISE = re.compile(r"^(\s+at |Exception in thread|Caused by|.*(NoClassDefFoundError|OutOfMemoryError)|\[(ERROR|WARNING)\](?!.*\[Help).*Exception)")


class Project:
    def __init__(self, maven, directory):
        self.maven, self.directory = maven, directory
        os.makedirs(directory, exist_ok=True)
        shutil.copytree(os.path.join(CHECK, "src", "events"), self.path("events"))
        shutil.copy(os.path.join(CHECK, "sre-standard.yaml"), directory)
        with open(self.path("pom.xml"), "w") as pom:
            pom.write(POM)

    def path(self, *names):
        return os.path.join(self.directory, *names)

    def start(self, goal, window, more=(), log=None):
        until, length = WINDOWS[window]
        name, *options = GOALS[goal]
        command = self.maven + ["-B", "-ntp", PLUGIN + ":" + name, "-Dsre.until=" + until, "-Dsre.window=" + length]
        log = log or self.directory + ".log"
        with open(log, "w") as out:
            return subprocess.Popen(command + COMMON + options + list(more), cwd=self.directory, stdout=out,
                                    stderr=subprocess.STDOUT, start_new_session=True)

    def run(self, goal, window, more=()):
        status = self.start(goal, window, more).wait()
        with open(self.directory + ".log", errors="replace") as log:
            return status, log.read()

    def broken(self, known_lines):
        """The files that are neither the old nor the new one, with why."""
        faults = []
        patterns = ("target/sre/*", "sre-*.json", "kept/*")
        for file in sorted(sum((glob.glob(self.path(each)) for each in patterns), [])):
            try:
                with open(file, "rb") as content:
                    check_whole(file, content.read())
            except Exception as fault:  # whatever a parser says
                faults.append("%s: %s" % (os.path.relpath(file, self.directory), fault))
        history = self.path("kept", "history.ndjson")
        if os.path.exists(history):
            with open(history) as lines:
                whole = [line for line in lines if line.endswith("}\n")]
            if len(whole) < known_lines:
                faults.append("history lost %d lines" % (known_lines - len(whole)))
        return faults

    def history(self):
        try:
            with open(self.path("kept", "history.ndjson")) as lines:
                return len([line for line in lines if line.endswith("}\n")])
        except OSError:
            return 0


def check_whole(file, content):
    if file.endswith((".json", ".sarif")):
        json.loads(content)
    elif file.endswith(".xml"):
        xml.etree.ElementTree.fromstring(content)
    elif file.endswith(".html"):
        assert content.rstrip().endswith(b"</html>"), "no end"
    elif file.endswith(".md"):
        assert content.endswith(b"\n"), "no end"
    elif file.endswith(".ndjson"):
        for line in content.split(b"\n")[:-1]:
            json.loads(line)


def surprises(log):
    return sorted({line.strip()[:160] for line in log.splitlines() if SURPRISE.search(line)})


def kill(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def killed(project, goal, kills, seed):
    """Kills a goal at random moments; the second half of its run, where files are written, is hit more often."""
    chance = random.Random(seed)
    begun = time.time()
    status, log = project.run(goal, 0)
    length = time.time() - begun
    faults, hits, reruns = [], 0, 0
    if status:
        return 0, ["the first run failed: " + log[-300:]], 0
    for number in range(kills):
        lines = project.history()
        process = project.start(goal, (number + 1) % 2)
        time.sleep(length * (chance.uniform(0.1, 1.0) if number % 3 == 0 else chance.uniform(0.55, 1.0)))
        hits += process.poll() is None
        kill(process)
        faults += project.broken(lines)
        if number % 10 == 9 or number == kills - 1:
            reruns += 1
            status, log = project.run(goal, number % 2)
            if status or surprises(log):
                faults.append("the next run: status %d %s" % (status, surprises(log) or log[-300:]))
            faults += project.broken(lines)
            length = min(length, 60)
    return hits, faults, reruns


def recorder(project, kills, repository, seed):
    jars = [max(glob.glob(os.path.join(repository, each)), key=os.path.getmtime) for each in (
        "io/github/sre4j/sre-recorder/*/sre-recorder-*[0-9T].jar", "org/hdrhistogram/HdrHistogram/*/*.jar",
        "org/jspecify/jspecify/*/*.jar")]
    classes = project.path("classes")
    subprocess.run(["javac", "-d", classes, "-cp", ":".join(jars), os.path.join(HERE, "Record.java")], check=True)
    chance = random.Random(seed)
    recordings = project.path("recordings")
    sizes = {}
    faults = []
    for _ in range(kills):
        process = subprocess.Popen(["java", "-XX:TieredStopAtLevel=1", "-cp", ":".join(jars + [classes]), "Record",
                                    recordings], stdout=subprocess.PIPE, start_new_session=True)
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.3))
        kill(process)
        for name in os.listdir(recordings):
            with open(os.path.join(recordings, name), "rb") as file:
                content = file.read()
            if not content.startswith(sizes.get(name, b"")):
                faults.append("%s was changed by another run" % name)
            sizes[name] = content
    status, log = project.start("check", 0, ["-Dsre.events=recordings", "-Dsre.until=" + time.strftime(
        "%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 60)), "-Dsre.window=1d"]).wait(), ""
    with open(project.directory + ".log", errors="replace") as file:
        log = file.read()
    half = sum(not content.endswith(b"\n") for content in sizes.values())
    if status or surprises(log):
        faults.append("the check of the recordings: status %d %s" % (status, surprises(log) or log[-600:]))
    return len(sizes), half, faults


def disk(project, mount, size, full):
    """A check whose output, history and cache are on a disk that is full, or that cannot be written."""
    if os.geteuid() != 0:
        return None
    os.makedirs(mount, exist_ok=True)
    faults = []
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", mount], check=True)
    try:
        there = ["-Dsre.outputDirectory=%s/sre" % mount, "-Dsre.history=%s/history.ndjson" % mount]
        baseline = ["-Dsre.baseline=%s/sre-baseline.json" % mount]
        for goal in ("baseline", "check"):
            status, log = project.run(goal, 0, there + baseline)
            if status:
                return ["the first %s failed: %s" % (goal, log[-300:])]
        before = state(mount)
        for filled in range(40 if full else 1):
            if full:
                fill(mount, filled * 4096)
            else:
                subprocess.run(["mount", "-o", "remount,ro", mount], check=True)
            for goal in ("baseline", "check") if filled < 3 else ("check",):
                status, log = project.run(goal, 1, there + baseline)
                if surprises(log):
                    faults.append("%s: %s" % (goal, surprises(log)))
                if status and "cannot be written" not in log and "cannot be removed" not in log:
                    faults.append("%s failed without a sentence: %s" % (goal, log[-400:]))
            faults += broken_at(mount, before)
            if full:
                os.remove(os.path.join(mount, "filler"))
                if filled >= 6:
                    break
        if not full:
            subprocess.run(["mount", "-o", "remount,rw", mount], check=True)
        for goal in ("baseline", "check"):
            status, log = project.run(goal, 1, there + baseline)
            if status or surprises(log):
                faults.append("the next %s: status %d %s" % (goal, status, surprises(log) or log[-300:]))
        faults += broken_at(mount, {})
    finally:
        subprocess.run(["umount", mount], check=True)
    return faults


def fill(mount, room):
    """Fills the disk but for some bytes."""
    with open(os.path.join(mount, "filler"), "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 65536)
        except OSError:
            pass
        file.truncate(max(0, file.tell() - room))


def state(folder):
    files = {}
    for file in glob.glob(folder + "/**/*", recursive=True):
        if os.path.isfile(file):
            with open(file, "rb") as content:
                files[file] = content.read()
    return files


def broken_at(folder, before):
    faults = []
    for file, content in state(folder).items():
        if content == before.get(file) or file.endswith("filler"):
            continue
        try:
            check_whole(file, content)
        except Exception as fault:
            faults.append("%s: %s" % (file, fault))
    history = os.path.join(folder, "history.ndjson")
    if history in before and not state(folder).get(history, b"").startswith(before[history]):
        faults.append("the history lost lines")
    return faults


def parallel(maven, project, rounds):
    faults = []
    for number in range(rounds):
        logs = ["%s.%d.log" % (project.directory, each) for each in range(4)]
        running = [project.start("check", each % 2, log=log) for each, log in enumerate(logs)]
        for process, log in zip(running, logs):
            status = process.wait()
            with open(log, errors="replace") as file:
                text = file.read()
            if status or surprises(text):
                faults.append("round %d: status %d %s" % (number, status, surprises(text) or text[-300:]))
        faults += project.broken(4 * (number + 1))
    return faults


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kills", type=int, default=50)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", default="kill,recorder,full,readonly,parallel")
    arguments.add_argument("--goals", default="check,baseline,suggest")
    arguments.add_argument("--maven", default=os.environ.get("MVN", "mvn -o"))
    arguments.add_argument("--repository", default=os.path.expanduser("~/.m2/repository"))
    given = arguments.parse_args()
    maven, wanted = shlex.split(given.maven), given.only.split(",")
    work = tempfile.mkdtemp(prefix="sre4j-resilience-")
    failed = False

    def row(what, times, faults):
        nonlocal failed
        failed |= bool(faults)
        print("| %s | %s | %s |" % (what, times, "not run (needs root)" if faults is None else len(faults)), flush=True)
        for fault in faults or []:
            print("    " + fault, file=sys.stderr, flush=True)

    print("| failure | times | files neither old nor new, or a next run that fails |\n|---|--:|--:|", flush=True)
    if "kill" in wanted:
        for goal in given.goals.split(","):
            hits, faults, reruns = killed(Project(maven, os.path.join(work, goal)), goal, given.kills, given.seed)
            row("`kill -9` of `sre:%s`" % goal, "%d (%d before its end), %d next runs" % (given.kills, hits, reruns), faults)
    if "recorder" in wanted:
        files, half, faults = recorder(Project(maven, os.path.join(work, "recorder")), given.kills, given.repository,
                                       given.seed)
        row("`kill -9` of a service that records", "%d (%d within a line)" % (given.kills, half), faults)
    if "full" in wanted:
        row("full disk", "7 levels of free space", disk(Project(maven, os.path.join(work, "full")),
                                                        os.path.join(work, "full-disk"), "2m", True))
    if "readonly" in wanted:
        row("read-only disk", "2 goals", disk(Project(maven, os.path.join(work, "readonly")),
                                              os.path.join(work, "readonly-disk"), "2m", False))
    if "parallel" in wanted:
        row("4 builds at once in one directory", "%d rounds" % given.rounds,
            parallel(maven, Project(maven, os.path.join(work, "parallel")), given.rounds))
    shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
