namespace Parley.Documentation.Model;

/// <summary>Everything that a reference shows, of all contracts of a folder. Every document is written from this model; it is immutable once built.</summary>
/// <param name="Contracts">The contracts by path of their manifest.</param>
/// <param name="Schemas">The schemas that the contracts reach.</param>
/// <param name="Folder">What they were read from.</param>
public sealed record DocumentationModel(IReadOnlyList<ContractDocumentation> Contracts, SchemaCatalogue Schemas, ContractFolder Folder)
{
    /// <summary>The operations of all contracts.</summary>
    public IEnumerable<OperationDocumentation> Operations => Contracts.SelectMany(static contract => contract.Operations);

    /// <summary>The notifications of all contracts.</summary>
    public IEnumerable<NotificationDocumentation> Notifications => Contracts.SelectMany(static contract => contract.Notifications);
}
