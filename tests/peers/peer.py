"""One session with PyPI's unmodified `infisical`. Reads the task from stdin, prints the results."""

import contextlib
import json
import os
import sys

from infisical import InfisicalClient

task = json.load(sys.stdin)
report = {}
# It prints a greeting to standard output, which is for the report.
with contextlib.redirect_stdout(sys.stderr):

    def fresh():
        # A new client has an empty cache: what it returns comes from the server.
        return InfisicalClient(
            token=os.environ["INFISICAL_TOKEN"], site_url=os.environ["INFISICAL_URL"], debug=True
        )

    client = fresh()
    report["listed"] = {s.secret_name: s.secret_value for s in client.get_all_secrets()}
    report["got"] = {
        name: fresh().get_secret(name, type="shared").secret_value for name in task["ours"]
    }
    for name, value in task["create"].items():
        client.create_secret(name, value)
    for name, value in task["update"].items():
        client.update_secret(name, value)
    for name in task["delete"]:
        client.delete_secret(name)
    report["at_the_end"] = {s.secret_name: s.secret_value for s in fresh().get_all_secrets()}

json.dump(report, sys.stdout)
