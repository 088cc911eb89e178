using System.Runtime.InteropServices;

namespace Parley.Pacts;

internal sealed class PactVerifierSource(VerifierHandle verifier, PactVerifierConfig config, string provider, string pacts, MessageEndpoint? messages)
    : IPactVerifierSource
{
    private TimeSpan _timeout = TimeSpan.FromSeconds(5);
    private bool _anyCertificate;
    private string _filter = "";

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri) => WithProviderStateUrl(providerStateUri, _ => { });

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(providerStateUri);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ProviderStateOptions();
        configure(options);
        NativeMethods.SetProviderState(verifier, providerStateUri.AbsoluteUri, Byte(options.Teardown), Byte(options.Style == ProviderStateStyle.Body));
        return this;
    }

    public IPactVerifierSource WithFilter(string? description = null, string? providerState = null)
    {
        NativeMethods.SetFilter(verifier, description, providerState, withoutState: 0);
        _filter = $" after the filter (description '{description ?? "any"}', state '{providerState ?? "any"}')";
        return this;
    }

    public IPactVerifierSource WithRequestTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        _timeout = timeout;
        return this;
    }

    public IPactVerifierSource WithSslVerificationDisabled()
    {
        _anyCertificate = true;
        return this;
    }

    public IPactVerifierSource WithCustomHeader(string name, string value)
    {
        NativeMethods.AddHeader(verifier, name, value);
        return this;
    }

    public void Verify()
    {
        _ = NativeMethods.SetVerificationOptions(verifier, Byte(_anyCertificate), new CULong((nuint)_timeout.TotalMilliseconds));
        _ = NativeMethods.SetColouredOutput(verifier, coloured: 0);
        var result = NativeMethods.Execute(verifier);
        config.WriteLine(NativeText.Take(NativeMethods.Output(verifier, stripColours: 1)) ?? "");

        var report = VerificationReport.Read(NativeText.Take(NativeMethods.Json(verifier)));
        var refusals = messages?.Refusals ?? [];
        if (result is not (0 or 1))
            throw new PactFailureException($"The Pact core could not verify {pacts} (error {result}).{Environment.NewLine}{NativeText.Take(NativeMethods.Logs(verifier))}");
        // A panic of the core ends with 1 too, but names no interaction, and its words are neither in the report nor in the log.
        if (result == 1 && report.Failures.Length == 0 && refusals.Count == 0)
            throw new PactFailureException($"The Pact core could not verify {pacts}{_filter}: it cannot read a pact, or the filter, which is a regular expression without look-around. The reason is on the standard error output.");
        if (result == 1 || refusals.Any(refusal => !report.IsPending(refusal.Message)))
            throw new PactVerificationFailedException(string.Join(Environment.NewLine, refusals.Select(refusal => refusal.Reason).Prepend($"{provider} does not keep {pacts}: {report.Failures}")));
        if (report.Verified == 0)
        {
            throw new PactVerificationFailedException(
                $"No interaction was verified: nothing in {pacts} is for the provider '{provider}'{_filter}. Check the provider's name, the filter and the source.");
        }

        config.WriteLine($"{report.Verified} interactions verified, {report.Pending.Count} pending ones failed.");
    }

    private static byte Byte(bool value) => value ? (byte)1 : (byte)0;
}
