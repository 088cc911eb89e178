using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Contracts.Chat;
using NJsonSchema;
using Parley;
using Parley.ContractTesting;
using Parley.Schema;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace ContactCenter.ContractTests;

/// <summary>Judges the bodies of a contract's interactions by two engines: the emitted validators, and NJsonSchema, which is not ours.</summary>
internal sealed class BodyJudge
{
    private readonly ContractDescriptor _contract;
    private readonly ContractModel _model;
    private readonly Dictionary<string, JsonSchema> _foreign = [];

    public BodyJudge(ContractDescriptor contract)
    {
        _contract = contract;
        var linked = SchemaSet.Load(contract.Sources.Select(source => new SchemaFile(source.Key, source.Value)), "ContactCenter.Contracts");
        _model = linked.Contracts.Single(model => model.Name == contract.Name);
    }

    /// <summary>What is wrong with an interaction's bodies: a sentence each.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync(PactItem item)
    {
        var name = item.Description.Split('.', ':', ' ')[1];
        if (item.IsMessage)
            return await DemandValidAsync(item, _model.Notifications.Single(notification => notification.Name == name).Payload, item.Request.GetProperty("data"));

        var operation = _model.Resources.SelectMany(resource => resource.Methods).SelectMany(method => method.Operations).Single(operation => operation.Name == name);
        var envelope = _model.Envelopes.Single(envelope => envelope.Name == operation.Envelope);
        var verdicts = new List<string>(await DemandValidAsync(item, item.Status == 200 ? operation.Success : envelope.Failure, item.Response));
        if (operation.Query is { } query)
            verdicts.AddRange(await JudgeRequestAsync(item, query, QueryObject(item, operation)));
        else if (operation.Request is { } request)
            verdicts.AddRange(await JudgeRequestAsync(item, request, item.Request));
        return verdicts;
    }

    /// <summary>A request that is to be refused need not break its schema, since it may name what does not exist; but the engines must agree whether it does.</summary>
    private async Task<IReadOnlyList<string>> JudgeRequestAsync(PactItem item, TypeReference schema, JsonElement body)
    {
        if (!item.Description.Contains(": invalid member", StringComparison.Ordinal))
            return await DemandValidAsync(item, schema, body);
        var (emitted, foreign) = await VerdictsAsync(schema, body);
        return emitted is null == foreign is null ? [] : [$"{item.Description}: the engines disagree about the request: '{emitted}' and '{foreign}'."];
    }

    private async Task<IReadOnlyList<string>> DemandValidAsync(PactItem item, TypeReference schema, JsonElement body)
    {
        var (emitted, foreign) = await VerdictsAsync(schema, body);
        return [.. new[] { emitted, foreign }.OfType<string>().Select(error => $"{item.Description}: {schema.Path}: {error}")];
    }

    private async Task<(string? Emitted, string? Foreign)> VerdictsAsync(TypeReference schema, JsonElement body)
    {
        var text = body.GetRawText();
        if (!_foreign.TryGetValue(schema.Path, out var judge))
            _foreign[schema.Path] = judge = await JsonSchema.FromJsonAsync(SchemaBundle.Of(_contract, schema.Path));
        var foreign = judge.Validate(text);
        return (Explain(schema, text), foreign.Count == 0 ? null : string.Join("; ", foreign));
    }

    // Which type it is only the pact says, so the static method is found by reflection.
    private static string? Explain(TypeReference schema, string text)
    {
        var type = typeof(ChatContract).Assembly.GetType(schema.TypeName["global::".Length..], throwOnError: true)!;
        var explain = typeof(BodyJudge).GetMethod(nameof(ExplainAs), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        return (string?)explain.Invoke(null, [text]);
    }

    private static string? ExplainAs<T>(string text)
        where T : class, IJsonType<T>
    {
        var errors = T.Explain(Encoding.UTF8.GetBytes(text));
        return errors.Count == 0 ? null : errors.ToString();
    }

    private static JsonElement QueryObject(PactItem item, OperationModel operation)
    {
        var members = new JsonObject();
        if (item.Query.ValueKind == JsonValueKind.Object)
        {
            foreach (var parameter in item.Query.EnumerateObject())
            {
                var text = parameter.Value[0].GetString()!;
                members[parameter.Name] = operation.QueryParameters.Single(known => known.Name == parameter.Name).Kind == "String" ? text : JsonNode.Parse(text);
            }
        }

        return JsonSerializer.SerializeToElement(members);
    }
}
