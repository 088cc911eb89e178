namespace Parley.ContractTesting;

/// <summary>The pact files in a folder.</summary>
internal sealed class PactFolder(DirectoryInfo folder) : PactSource
{
    internal override async Task<IReadOnlyList<PactDocument>> ReadAsync(string provider, CancellationToken cancellationToken)
    {
        var files = folder.Exists ? folder.GetFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
            throw new PactFailureException($"There is no pact in {folder.FullName}. Run the consumers' tests first, which write pacts, or name the folder they write to.");

        var pacts = new List<PactDocument>();
        foreach (var file in files)
            pacts.Add(PactDocument.Read(await File.ReadAllTextAsync(file.FullName, cancellationToken).ConfigureAwait(false), file.FullName));

        if (pacts.Find(pact => pact.Interactions.Count == 0) is { } empty)
            throw new PactFailureException($"The pact of {empty.Consumer} with {empty.Provider} in {folder.FullName} has no interaction. Run the consumer's tests again.");
        var own = pacts.FindAll(pact => pact.Provider == provider);
        return own.Count > 0
            ? own
            : throw new PactFailureException($"No pact in {folder.FullName} is with the provider '{provider}'; they are with {string.Join(", ", pacts.Select(pact => $"'{pact.Provider}'").Distinct())}. Correct the name in ProviderVerification.Of.");
    }

    internal override IPactVerifierSource AddTo(IPactVerifier verifier) => verifier.WithDirectorySource(folder);
}
