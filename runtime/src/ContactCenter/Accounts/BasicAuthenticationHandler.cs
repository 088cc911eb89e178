using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Parley.AspNetCore;

namespace ContactCenter.Accounts;

/// <summary>HTTP Basic over the account directory. The name identifier is the account's identifier, roles are its permissions.</summary>
internal sealed partial class BasicAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CredentialVerifier verifier)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Basic";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization.ToString(), out var header)
            || !header.Scheme.Equals(SchemeName, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (!TryDecode(header.Parameter, out var login, out var password))
            return AuthenticateResult.Fail("The credentials are not base 64 of LOGIN:PASSWORD in UTF-8.");

        var account = await verifier.VerifyAsync(login, password, Context.RequestAborted);
        if (account is null)
        {
            LogRefused(Logger, Printable(login), Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail("Login or password is wrong.");
        }

        if (account.IsDemo && !DemoDecision.Serves(Request))
            return AuthenticateResult.Fail("Demo accounts work over loopback connections only, by a loopback name and without a proxy.");
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(IdentityOf(account)), Scheme.Name));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = $"{SchemeName} realm=\"contact center\", charset=\"UTF-8\"";
        return base.HandleChallengeAsync(properties);
    }

    private ClaimsIdentity IdentityOf(Account account)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id),
            new(ClaimTypes.Name, account.Login),
            new(ClaimTypes.GivenName, account.DisplayName),
            .. account.Permissions.Select(permission => new Claim(ClaimTypes.Role, permission)),
            .. account.Features.Select(feature => new Claim(FeatureRequirement.ClaimType, feature)),
        ];
        return new ClaimsIdentity(claims, Scheme.Name);
    }

    private static bool TryDecode(string? parameter, out string login, out string password)
    {
        (login, password) = ("", "");
        var bytes = new byte[parameter?.Length ?? 0];
        if (parameter is null || !Convert.TryFromBase64String(parameter, bytes, out var written))
            return false;

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes, 0, written);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            return false;
        (login, password) = (text[..colon], text[(colon + 1)..]);
        return true;
    }

    // A login comes from anybody: it must not forge lines of the log.
    private static string Printable(string login) =>
        string.Concat(login.Take(64).Select(static character => char.IsControl(character) ? '?' : character));

    [LoggerMessage(113, LogLevel.Warning, "Login {Login} from {Address} was refused: wrong login or password.")]
    private static partial void LogRefused(ILogger logger, string login, System.Net.IPAddress? address);
}
