using ContactCenter.Accounts;
using ContactCenter.AgentStates;
using ContactCenter.Hosting;
using Parley.AspNetCore;

if (HashPasswordCommand.TryRun(args, Console.In, Console.Out))
    return;

// The settings stand beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (builder.Configuration["urls"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
    builder.WebHost.UseUrls("http://127.0.0.1:8090");

builder.AddAccounts();
builder.AddContactCenter();
builder.AddContracts();

var app = builder.Build();
app.UseAuthentication();
app.MapParley().WithAgentStatesHeaders();
app.MapBayeux("/api/v2/notifications");
app.MapHealth();
app.Announce();
app.Run();
