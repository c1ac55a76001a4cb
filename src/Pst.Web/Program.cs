using Pst.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
var connectionString = builder.Configuration.GetConnectionString("Pst") ?? throw new InvalidOperationException("ConnectionStrings:Pst is not set.");
await PstDatabase.MigrateAsync(connectionString, CancellationToken.None);
builder.AddPst(connectionString);

var app = builder.Build();
app.MapPst();
await app.RunAsync();

/// <summary>The one executable.</summary>
public partial class Program;
