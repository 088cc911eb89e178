using System.Text;

namespace Parley.ContractTesting;

/// <summary>Which operations and notifications of contracts the pacts cover, and what in the pacts no contract knows.</summary>
public sealed record ContractCoverage
{
    private ContractCoverage()
    {
    }

    /// <summary>How many interactions call an operation.</summary>
    public required int Interactions { get; init; }

    /// <summary>How many messages carry a notification.</summary>
    public required int Messages { get; init; }

    /// <summary>Operations and notifications without interaction, as <c>Contract.Name</c>.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What in the pacts is no operation or notification of the contracts: a sentence each.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>Compares contracts with pact files.</summary>
    /// <param name="contracts">The contracts, as <c>…Contract.Descriptor</c>.</param>
    /// <param name="pactFiles">The pact files.</param>
    /// <param name="otherPaths">URL paths that pacts may call though no contract has them, such as that of a Bayeux endpoint.</param>
    /// <exception cref="PactFailureException">A file is missing or holds no pact.</exception>
    public static ContractCoverage Of(IReadOnlyCollection<ContractDescriptor> contracts, IEnumerable<FileInfo> pactFiles, params string[] otherPaths)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        ArgumentNullException.ThrowIfNull(pactFiles);
        var resolver = new PactItemResolver(contracts, otherPaths);
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new List<string>();
        var (interactions, messages) = (0, 0);
        foreach (var item in pactFiles.SelectMany(PactItem.ReadAll))
        {
            var (name, problem) = resolver.Resolve(item);
            if (problem is not null)
                unknown.Add(problem);
            if (name is null)
                continue;
            covered.Add(name);
            interactions += item.IsMessage ? 0 : 1;
            messages += item.IsMessage ? 1 : 0;
        }

        return new ContractCoverage
        {
            Interactions = interactions,
            Messages = messages,
            Missing = [.. resolver.Names.Where(name => !covered.Contains(name))],
            Unknown = unknown,
        };
    }

    /// <summary>Passes only when nothing is missing and nothing unknown.</summary>
    /// <exception cref="PactFailureException">The list of what is.</exception>
    public void Demand()
    {
        if (Missing.Count == 0 && Unknown.Count == 0)
            return;

        var text = new StringBuilder("The pacts do not cover the contracts.");
        foreach (var name in Missing)
            text.AppendLine().Append("- ").Append(name).Append(" has no interaction.");
        foreach (var problem in Unknown)
            text.AppendLine().Append("- ").Append(problem);
        throw new PactFailureException(text.ToString());
    }
}
