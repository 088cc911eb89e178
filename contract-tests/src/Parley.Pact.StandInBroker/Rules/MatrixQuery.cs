using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>What <c>can-i-deploy</c> and <c>can-i-merge</c> ask: which versions, and where to.</summary>
internal sealed partial record MatrixQuery(IReadOnlyList<MatrixSelector> Selectors, IReadOnlyList<MatrixSelector> Ignored, MatrixTarget? Target, bool LatestVerificationOnly)
{
    private static readonly string[] Groupings = ["cvpv", "cvp"];

    /// <summary>Reads the query string. A selector begins where a member repeats, as Rack reads <c>q[][pacticipant]=A&amp;q[][version]=1&amp;q[][pacticipant]=B</c>.</summary>
    /// <exception cref="BrokerRefusalException">Nothing is asked for, or a parameter is not known.</exception>
    public static MatrixQuery Read(string? queryString)
    {
        var lists = new Dictionary<string, List<Dictionary<string, string>>> { ["q"] = [], ["ignore"] = [] };
        var options = new Dictionary<string, string>();
        foreach (var pair in new QueryStringEnumerable(queryString))
        {
            var (name, value) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            if (ListMember().Match(name) is not { Success: true } match)
                options[name] = value;
            else if (lists[match.Groups["list"].Value] is [.., var open] && open.TryAdd(match.Groups["member"].Value, value))
                continue;
            else
                lists[match.Groups["list"].Value].Add(new() { [match.Groups["member"].Value] = value });
        }

        if (lists["q"].Count == 0)
            throw BrokerRefusalException.BadRequest("Say which version you ask for: q[][pacticipant] with q[][version], q[][latest], q[][branch], q[][tag] or q[][mainBranch].");

        var grouping = Take(options, "latestby") ?? "cvpv";
        if (!Groupings.Contains(grouping))
            throw BrokerRefusalException.BadRequest($"latestby is '{grouping}'; it can be {string.Join(" or ", Groupings)}.");

        var target = new MatrixTarget(Take(options, "environment"), Take(options, "tag"), Take(options, "branch"), IsTrue(Take(options, "mainBranch")), IsTrue(Take(options, "latest")));
        if (options.Count > 0)
            throw BrokerRefusalException.BadRequest($"The parameter {string.Join(", ", options.Keys)} is not known here.");

        return new MatrixQuery(
            [.. lists["q"].Select(ReadSelector)],
            [.. lists["ignore"].Select(ReadSelector)],
            target.SelectsNothing ? null : target,
            grouping == "cvp");
    }

    private static MatrixSelector ReadSelector(Dictionary<string, string> members)
    {
        var selector = new MatrixSelector(
            Take(members, "pacticipant") ?? throw BrokerRefusalException.BadRequest("A selector of the matrix names no pacticipant."),
            Take(members, "version"),
            IsTrue(Take(members, "latest")),
            Take(members, "branch"),
            Take(members, "tag"),
            IsTrue(Take(members, "mainBranch")),
            Take(members, "environment"));
        return members.Count == 0 ? selector : throw BrokerRefusalException.BadRequest($"A selector of the matrix cannot have {string.Join(", ", members.Keys)}.");
    }

    private static string? Take(Dictionary<string, string> members, string name) => members.Remove(name, out var value) ? value : null;

    private static bool IsTrue(string? value) => value == "true";

    [GeneratedRegex(@"^(?<list>q|ignore)\[\]\[(?<member>\w+)\]$")]
    private static partial Regex ListMember();
}
