"""What the admin's own (Django) templates need to know of the portal."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def demo_mode() -> bool:
    """Whether what is shown is the demo county."""
    return settings.DEMO
