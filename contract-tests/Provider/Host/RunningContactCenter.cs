using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ContactCenter.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Provider.Host;

/// <summary>The real program on a free port of 127.0.0.1, with a database file of its own that goes when it is disposed.</summary>
internal sealed class RunningContactCenter : IAsyncDisposable
{
    private const string Password = "a password for tests";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-provider-");
    private readonly Factory _factory;

    private RunningContactCenter(Fault fault)
    {
        _factory = new Factory(this, fault);
        _factory.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _factory.StartServer();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _factory.ClientOptions.BaseAddress;

    public IServiceProvider Services => _factory.Services;

    /// <summary>What the caller may do now; the account itself is the same all the time.</summary>
    public CallerPermissions Permissions { get; } = new();

    /// <summary>How the caller signs in.</summary>
    public static AuthenticationHeaderValue Caller => Authorization("caller");

    /// <summary>How the colleague signs in.</summary>
    public static AuthenticationHeaderValue Colleague => Authorization("colleague");

    /// <summary>Starts it.</summary>
    /// <param name="fault">How its answers are falsified on the way out.</param>
    public static RunningContactCenter Start(Fault fault = Fault.None) => new(fault);

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static AuthenticationHeaderValue Authorization(string login) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login}:{Password}")));

    private IEnumerable<KeyValuePair<string, string>> Settings()
    {
        yield return new("ContactCenter:Database", Path.Combine(_folder.FullName, "contact-center.db"));
        yield return new("ContactCenter:SeedDemo", "false");
        // A pact's request to connect cannot carry the cookie of the handshake that its provider state did.
        yield return new("Bayeux:TrustClientSession", "true");
        yield return new("Bayeux:Timeout", "00:00:01");
        // However busy the machine is, sessions and offers outlive the time between their provider state and the request for them.
        yield return new("Bayeux:MaxInterval", "00:10:00");
        yield return new("ContactCenter:Routing:OfferTimeout", "01:00:00");
        var hash = PasswordHash.Create(Password, PasswordHash.DefaultIterations);
        foreach (var (index, (login, id)) in new[] { ("caller", People.Caller), ("colleague", People.Colleague) }.Index())
        {
            var account = $"ContactCenter:Accounts:{index.ToString(CultureInfo.InvariantCulture)}";
            yield return new($"{account}:Id", id);
            yield return new($"{account}:Login", login);
            yield return new($"{account}:PasswordHash", hash);
            yield return new($"{account}:Permissions:0", Permission.Agent);
            yield return new($"{account}:Features:0", CallerPermissions.Feature);
        }
    }

    private sealed class Factory(RunningContactCenter center, Fault fault) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseContentRoot(AppContext.BaseDirectory);
            foreach (var (name, value) in center.Settings())
                builder.UseSetting(name, value);
            builder.ConfigureServices(services => services
                .AddLogging(logging => logging.ClearProviders())
                .AddSingleton<IClaimsTransformation>(center.Permissions)
                .AddSingleton<IStartupFilter>(new FaultyAnswers(fault)));
        }
    }
}
