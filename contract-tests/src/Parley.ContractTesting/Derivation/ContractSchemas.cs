using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Parley.Schema;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.ContractTesting;

/// <summary>The schemas of a contract, linked, with the examples that stand in their texts.</summary>
internal sealed class ContractSchemas
{
    private readonly ContractModel _model;
    private readonly ExampleTexts _texts;
    private readonly SchemaLookup _lookup;
    private readonly SampleWriter _samples;

    private ContractSchemas(ContractModel model, ExampleTexts texts, SchemaLookup lookup)
    {
        _model = model;
        _texts = texts;
        _lookup = lookup;
        _samples = new SampleWriter(lookup, texts);
        Matchers = new MatcherWriter(lookup);
    }

    /// <summary>Turns examples into matchers.</summary>
    public MatcherWriter Matchers { get; }

    public static ContractSchemas Load(ContractDescriptor contract)
    {
        var linked = SchemaSet.Load(contract.Sources.Select(source => new SchemaFile(source.Key, source.Value)));
        var model = linked.Contracts.FirstOrDefault(candidate => candidate.Name == contract.Name)
            ?? throw new InvalidOperationException($"The sources of the contract {contract.Name} cannot be read: {string.Join("; ", linked.Diagnostics)}");
        return new ContractSchemas(model, new ExampleTexts(contract.Sources, model.Path), new SchemaLookup(linked));
    }

    public OperationModel Operation(string name) =>
        _model.Resources.SelectMany(resource => resource.Methods).SelectMany(method => method.Operations).Single(operation => operation.Name == name);

    public TypeReference PayloadOf(string notification) => _model.Notifications.Single(candidate => candidate.Name == notification).Payload;

    /// <summary>An example of a schema, or a sample when the schema has none.</summary>
    /// <exception cref="ArgumentException">There are examples, but not so many.</exception>
    public JsonNode? Example(TypeReference schema, int number)
    {
        var examples = _texts.Of(schema);
        if (examples.Count == 0 && number == 0)
            return _samples.Of(schema);
        return number < examples.Count
            ? examples[number]
            : throw new ArgumentException($"{schema.Path}{schema.Pointer} has {examples.Count} examples; there is no example {number}, counted from 0.", nameof(number));
    }

    /// <summary>A part of an operation's example in the manifest: <c>request</c>, <c>success</c> or <c>failure</c>; null when it is not given.</summary>
    public JsonNode? ExampleOf(OperationDescriptor operation, string part, int number) => _texts.Of(operation, number)?[part];

    /// <summary>The examples of a template's parameters; a parameter without one is called by its own name.</summary>
    public ImmutableDictionary<string, string> PathExamples(string template) =>
        _model.Resources.First(resource => resource.Template == template).Parameters
            .ToImmutableDictionary(parameter => parameter.Name, parameter => _texts.OfParameter(template, parameter.Name) ?? parameter.Name);

    /// <summary>The failure body of an operation's envelope: the code exactly, everything else by the schema. Its sentence is what the catalogue says of the failure.</summary>
    public JsonNode? Failure(OperationModel operation, FailureDescriptor failure, JsonNode? example)
    {
        var envelope = _model.Envelopes.Single(candidate => candidate.Name == operation.Envelope);
        var body = Matchers.Of(envelope.Failure, example ?? Example(envelope.Failure, 0), MatchedSide.Received);
        if (body is not JsonObject members)
            return body;
        if (envelope.Code is { } code)
            members[NameOf(envelope.Failure, code)] = failure.Code;
        if (members[NameOf(envelope.Failure, envelope.Message)] is JsonObject message && message[MatcherKeys.Type]?.GetValue<string>() == "type")
            message[MatcherKeys.Value] = failure.Description;
        return body;
    }

    private string NameOf(TypeReference record, string identifier) => _lookup.Find(record).Properties.Single(property => property.Identifier == identifier).Name;
}
