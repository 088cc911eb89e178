using Parley.Documentation.Html.Verification;

namespace Parley.Documentation.Html;

/// <summary>What the contracts themselves do not say about <c>reference.html</c>.</summary>
public sealed record ReferenceOptions
{
    /// <summary>Path of the CometD endpoint on the server that serves the page; the console's default. <c>/cometd</c> unless set.</summary>
    public string CometDPath { get; init; } = "/cometd";

    /// <summary>Results of the last Pact verification; null shows no badges.</summary>
    public PactResults? PactResults { get; init; }

    /// <summary>Change log of the contracts, Markdown; null shows none.</summary>
    public string? ChangeLog { get; init; }
}
