namespace Parley.Pacts;

/// <summary>What is published with the results of a verification.</summary>
internal sealed class PublishOptions(string version) : IPactBrokerPublishOptions
{
    private string[] _tags = [];
    private string? _branch;
    private Uri? _build;

    public static PublishOptions Create(string version, Action<IPactBrokerPublishOptions>? configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        var options = new PublishOptions(version);
        configure?.Invoke(options);
        return options;
    }

    public IPactBrokerPublishOptions ProviderTags(params string[] tags)
    {
        _tags = tags;
        return this;
    }

    public IPactBrokerPublishOptions ProviderBranch(string branch)
    {
        _branch = branch;
        return this;
    }

    public IPactBrokerPublishOptions BuildUri(Uri uri)
    {
        _build = uri;
        return this;
    }

    public void Apply(VerifierHandle verifier) =>
        _ = NativeMethods.SetPublishOptions(verifier, version, _build?.AbsoluteUri, _tags, (ushort)_tags.Length, _branch);
}
