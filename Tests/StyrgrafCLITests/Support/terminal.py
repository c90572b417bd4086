"""Types into `styrgraf shell` at a pseudo-terminal and looks at what comes back.

Usage: terminal.py PROGRAM FOLDER, where FOLDER has a database styrgraf.db with nodes of the kind Part.
"""

import os
import pty
import re
import select
import sys
import time

PROGRAM, FOLDER = sys.argv[1:3]
PROMPT = r"styrgraf> $"


class Terminal:
    def __init__(self, *arguments):
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.chdir(FOLDER)
            environment = {
                "TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1", "PATH": "/usr/bin:/bin", "HOME": FOLDER,
                "XDG_STATE_HOME": os.path.join(FOLDER, "state"),
            }
            os.execve(PROGRAM, [PROGRAM, "shell", *arguments], environment)

    def expect(self, pattern, seconds=60):
        seen = ""
        end = time.time() + seconds
        while time.time() < end:
            if select.select([self.screen], [], [], 0.1)[0]:
                try:
                    data = os.read(self.screen, 65536)
                except OSError:
                    break
                seen += data.decode(errors="replace")
            if re.search(pattern, seen, re.S):
                return seen
        sys.exit(f"expected {pattern!r}, saw {seen!r}")

    def type(self, text, pattern):
        os.write(self.screen, text.encode())
        return self.expect(pattern)

    def end(self, text):
        os.write(self.screen, text.encode())
        _, status = os.waitpid(self.child, 0)
        if status != 0:
            sys.exit(f"the shell ended with {status}")


terminal = Terminal()
terminal.expect(PROMPT)
terminal.type("RETURN 'åäö' AS x;\n", r"åäö\r\n.*1 row.* m?s.*" + PROMPT)
# A character of two bytes goes at one stroke.
terminal.type("RETURN 'xå\x7fö' AS y;\n", r"\nxö\r\n.*" + PROMPT)
# Tab completes a kind, and a property of it.
terminal.type("MATCH (p:Pa\t) RETURN p.si\t AS s ORDER BY s;\n", r"\n1\r\n2\r\n.*" + PROMPT)
# Several lines, ended by an empty one.
terminal.type("RETURN\n", r"\.\.\. $")
terminal.type("7 AS z\n", r"\.\.\. $")
terminal.type("\n", r"\n7\r\n.*" + PROMPT)
# Ctrl-C clears the line, and stops a query; the shell goes on.
terminal.type("RETURN 'half", r"half$")
terminal.type("\x03", r"\^C\r\n" + PROMPT)
os.write(terminal.screen, b"UNWIND range(1, 1000000000000) AS x RETURN count(x);\n")
time.sleep(2)
terminal.type("\x03", r"the query was stopped.*" + PROMPT)
# A mistake has its place, and does no harm.
terminal.type("RETURN nope;\n", r"\^~*.*" + PROMPT)
# The last but one statement comes back.
terminal.type("\x1b[A\x1b[A", r"UNWIND")
terminal.type("\x03", PROMPT)
terminal.type(":write on\n", r"\(write\)> $")
terminal.type("MATCH (p:Part {key: 'p-1'}) SET p.size = 3;\n", r"revision 2.*> $")
terminal.end("\x04")

# What was asked is kept for the next shell.
terminal = Terminal()
terminal.expect(PROMPT)
terminal.type("\x1b[A", r"SET p\.size")
terminal.type("\x03", PROMPT)
terminal.end(":quit\n")

terminal = Terminal("--no-history")
terminal.expect(PROMPT)
terminal.type(":history\n", PROMPT)
terminal.end("\x04")
