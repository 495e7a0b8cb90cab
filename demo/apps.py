from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo county: invented rows upon real divisions. Installed in demo mode only."""

    name = "demo"
    verbose_name = "演示数据"
