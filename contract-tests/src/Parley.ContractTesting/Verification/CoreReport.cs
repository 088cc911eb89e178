using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.ContractTesting;

/// <summary>
/// Passes on what the core reports, and reads in it how many pending interactions failed: PactNet's verifier, and so the binding's, returns nothing that says it.
/// </summary>
internal sealed partial class CoreReport(Action<string> writeLine) : IOutput
{
    /// <summary>How many interactions failed without failing the verification.</summary>
    public int PendingFailures { get; private set; }

    public void WriteLine(string line)
    {
        if (Count().Match(line) is { Success: true } match)
            PendingFailures = int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
        writeLine(line);
    }

    [GeneratedRegex(@"^There were (?<count>\d+) non-fatal pact failures on pending pacts or interactions", RegexOptions.Multiline)]
    private static partial Regex Count();
}
