namespace Parley.Pacts;

/// <summary>Selects versions of consumers, as a Pact Broker documents it; what is not set does not count.</summary>
public class ConsumerVersionSelector
{
    /// <summary>The newest of the consumer's main branch.</summary>
    public bool MainBranch { get; set; }

    /// <summary>The newest of the branch that is named like the provider's.</summary>
    public bool MatchingBranch { get; set; }

    /// <summary>The newest of this branch.</summary>
    public string? Branch { get; set; }

    /// <summary>The branch to take where <see cref="Branch"/> does not exist.</summary>
    public string? FallbackBranch { get; set; }

    /// <summary>Those with this tag.</summary>
    public string? Tag { get; set; }

    /// <summary>The tag to take where <see cref="Tag"/> does not exist.</summary>
    public string? FallbackTag { get; set; }

    /// <summary>Those deployed to any environment.</summary>
    public bool Deployed { get; set; }

    /// <summary>Those released to any environment.</summary>
    public bool Released { get; set; }

    /// <summary>Those deployed or released to any environment.</summary>
    public bool DeployedOrReleased { get; set; }

    /// <summary>Those deployed or released to this environment.</summary>
    public string? Environment { get; set; }

    /// <summary>Only the newest of those with <see cref="Tag"/>.</summary>
    public bool? Latest { get; set; }

    /// <summary>Only of this consumer.</summary>
    public string? Consumer { get; set; }
}
