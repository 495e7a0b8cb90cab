"""How gunicorn serves the portal: read by script/server and by a bare `gunicorn campaign.wsgi`."""

import os

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
# Two processes for two cores; in each, threads render while others wait for the database.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
timeout = 120
graceful_timeout = 5
keepalive = 5
proc_name = "renewal-portal"
# Loaded once and then forked: half the computing at the start, and half the memory.
preload_app = True
# It would lie in the home folder of whoever starts the server.
control_socket_disable = True


def on_starting(server):
    """Prepare the database where script/server asks for it, before the first worker is forked.

    In this process, because Django is loaded here already. PORTAL_REPORT_FD is the pipe on which
    script/server hears of it; a production server without it migrates nothing by itself.
    """
    report = os.environ.pop("PORTAL_REPORT_FD", "")
    if not report:
        return
    from django.core.management import CommandError, call_command
    from django.db import connections

    from campaign.management.commands.prepare_portal import REFUSED
    from ledgers.version_check import OtherVersion

    with open(int(report), "w", buffering=1, encoding="utf-8") as out:
        try:
            call_command("prepare_portal", aside=True, stdout=out)
        except OtherVersion as error:
            print(REFUSED, error, file=out)
            raise RuntimeError(error) from None
        except CommandError as error:
            raise RuntimeError(error) from None  # which gunicorn prints without a traceback
        finally:
            # A connection must not be shared with the workers.
            connections.close_all()
