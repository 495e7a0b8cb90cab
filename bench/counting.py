"""Counts the queries of a request, for those requests that ask to be counted."""

from django.db import connection

ASK = "HTTP_X_BENCH_COUNT"
ANSWER = "X-Bench-Queries"


class CountQueriesMiddleware:
    """Adds the header X-Bench-Queries where the request bears X-Bench-Count.

    Timed requests do not bear it, so that counting is no part of what is timed. COPY, by which CSV
    is written, passes Django's cursor by and is not counted.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if ASK not in request.META:
            return self.get_response(request)
        queries = 0

        def count(execute, sql, params, many, context):
            nonlocal queries
            queries += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response[ANSWER] = str(queries)
        return response
