using Pst.Web.Commands;

return await CommandLine.RunAsync(args);

/// <summary>The one executable.</summary>
public partial class Program;
