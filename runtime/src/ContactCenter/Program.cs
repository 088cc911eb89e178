using ContactCenter.Accounts;
using ContactCenter.AgentStates;
using ContactCenter.Hosting;
using Parley.AspNetCore;

if (HashPasswordCommand.Run(args, Console.In, Console.Out, Console.Error) is { } exitCode)
    return exitCode;

var errors = new StartErrors(Console.Error);
return errors.Run(() =>
{
    // The settings stand beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    if (builder.Configuration["urls"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        builder.WebHost.UseUrls("http://127.0.0.1:8090");

    errors.Quieten(builder.Services);
    builder.AddAccounts();
    builder.AddContactCenter();
    builder.AddContracts();

    var app = builder.Build();
    errors.Watch(app.Lifetime);
    app.UseAuthentication();
    app.MapParley().WithAgentStatesHeaders();
    app.MapBayeux("/api/v2/notifications");
    app.MapParleyReference("/docs");
    app.MapHealth();
    app.Announce();
    app.Run();
});
