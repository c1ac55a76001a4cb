namespace Pst.Web.Demo;

/// <summary>The demo cannot be made here; the message says what to do instead.</summary>
internal sealed class DemoRefusedException(string message) : Exception(message);
