namespace Pst.Web.Database;

/// <summary>The database cannot be opened and trying again changes nothing; the message says what to do instead.</summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);
