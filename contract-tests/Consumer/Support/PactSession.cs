using ContactCenter.ContractTests;

[assembly: AssemblyFixture(typeof(PactSession))]

namespace ContactCenter.ContractTests;

/// <summary>The pact that all tests of this run write, begun anew: interactions of an earlier run would stay in the file.</summary>
public sealed class PactSession
{
    public PactSession()
    {
        PactFiles.Folder.Create();
        PactFiles.Pact.Delete();
    }

    /// <summary>The pact between the desktop and the contact center.</summary>
    public IPactV4 Agreement { get; } = Pact.V4(
        Parties.AgentDesktop, Parties.ContactCenter, new PactConfig { PactDir = PactFiles.Folder.FullName, LogLevel = PactLogLevel.Error });
}
