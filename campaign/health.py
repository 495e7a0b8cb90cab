"""Is the portal alive, and is it what it claims to be?"""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.http import JsonResponse


class HealthMiddleware:
    """Answers `/healthz` before sessions and log-in: 200 where the database answers, else 503."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path != "/healthz":
            return self.get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return JsonResponse({"database": "down"}, status=503)
        return JsonResponse({"database": "up"})


def refuse_demo_data_in_production() -> None:
    """Stop the start outside demo mode where demo accounts or the demo county are in the database.

    Raises ImproperlyConfigured. A database that does not answer, or is not migrated yet, is not
    this check's concern: `/healthz` says so.
    """
    if settings.DEMO:
        return
    from campaign.models import Campaign
    from orgs.models import User

    try:
        found = (
            Campaign.objects.filter(is_demo=True).exists()
            or User.objects.filter(is_demo=True).exists()
        )
    except DatabaseError:
        return
    finally:
        connection.close()
    if found:
        raise ImproperlyConfigured(
            "This database holds demo accounts or the demo county. Production starts only on a "
            "database without them: use another DATABASE_URL, or set DEMO=1 for a demonstration."
        )
