using ContactCenter.Contracts.AgentStates;
using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Contracts.Snapshots;
using Parley;
using Parley.ContractTesting;

namespace ContactCenter.ContractTests;

/// <summary>The pact as a whole, once all others have written it: xunit runs what must not run in parallel last.</summary>
[Collection(nameof(WholePact))]
public sealed class PactTests
{
    private static readonly ContractDescriptor[] Contracts =
        [InteractionsContract.Descriptor, ChatContract.Descriptor, SmsSessionsContract.Descriptor, SnapshotsContract.Descriptor, AgentStatesContract.Descriptor];

    [Fact]
    public void The_pact_covers_every_operation_and_notification()
    {
        var coverage = ContractCoverage.Of(Contracts, [PactFiles.Pact], "/api/v2/notifications");
        TestContext.Current.SendDiagnosticMessage($"{coverage.Interactions} interactions and {coverage.Messages} messages of contracts are in the pact.");
        coverage.Demand();
    }

    [Fact]
    public async Task Every_body_is_what_its_schema_says()
    {
        var judges = Contracts.ToDictionary(contract => contract.Name, contract => new BodyJudge(contract));
        var verdicts = new List<string>();
        var judged = 0;
        foreach (var item in PactItem.ReadAll(PactFiles.Pact))
        {
            var contract = item.Description.Split('.')[0];
            if (!judges.TryGetValue(contract, out var judge))
                continue;
            judged++;
            verdicts.AddRange(await judge.JudgeAsync(item));
        }

        Assert.Empty(verdicts);
        Assert.NotEqual(0, judged);
    }
}
