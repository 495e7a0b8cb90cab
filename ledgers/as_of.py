"""The day that a page speaks of: `?on=YYYY-MM-DD`, else today."""

from datetime import date

from django.shortcuts import render

from ledgers import clock

# Before this day no campaign row can exist; it keeps typing errors such as 0202 out.
EARLIEST = date(2000, 1, 1)
LATEST = date(2100, 1, 1)


class BadRequestPage(Exception):
    """What the visitor asked for cannot be understood; `message` says in Chinese what to change."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


def parse_day(text: str) -> date:
    """The day written as YYYY-MM-DD. Raises BadRequestPage with advice."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadRequestPage(f"日期“{text[:20]}”无法识别，请按“2021-04-30”的格式填写。") from error
    if not EARLIEST <= day <= LATEST:
        raise BadRequestPage(f"日期“{text[:20]}”超出范围，请填写2000年至2100年之间的日期。")
    return day


class AsOfMiddleware:
    """Sets `request.on` (a date, always) and `request.asked_on` (the same, or None if not asked)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.asked_on = None
        request.on = clock.today()
        asked = request.GET.get("on", "")
        if asked:
            try:
                request.asked_on = request.on = parse_day(asked)
            except BadRequestPage as problem:
                return self.process_exception(request, problem)
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Show a BadRequestPage raised by any view as a 400 page in Chinese."""
        if not isinstance(exception, BadRequestPage):
            return None
        return render(request, "400.html", {"message": exception.message}, status=400)
