using Parley.Documentation.Model;

namespace Parley.Documentation.Tests.Model;

public sealed class DocumentationModelTests
{
    [Fact]
    public void Operations_and_notifications_lead_to_each_other()
    {
        var contract = Assert.Single(Samples.GreetingModel().Contracts);

        var greet = contract.Operations.Single(operation => operation.Name == "Greet");
        var said = Assert.Single(contract.Notifications);
        Assert.Equal([new DocumentationLink("Greetings.GreetingSaid", "GreetingSaid", said.Anchor)], greet.Notifies);
        Assert.Equal([new DocumentationLink("Greetings.Greet", "Greet", greet.Anchor)], said.CausedBy);
    }

    [Fact]
    public void What_only_the_manifest_says_is_there_too()
    {
        var contract = Assert.Single(Samples.GreetingModel().Contracts);

        Assert.Equal(new ParameterDocumentation("id", "Who is greeted.", "maria"), Assert.Single(contract.Resources[0].Parameters));
        Assert.Single(contract.Operations.First().Examples);
        Assert.Equal(["limit"], contract.Operations.Last().Query.Select(parameter => parameter.Name));
        Assert.Equal("How many.", contract.Operations.Last().Query[0].Description);
    }

    [Fact]
    public void Envelopes_that_only_the_host_answers_with_are_in_the_catalogue_of_errors()
    {
        var model = Samples.GreetingModel(
            ("greetings.contract.json", "\"envelopes\": {", "\"envelopes\": { \"host\": { \"success\": { \"$ref\": \"done.schema.json\" }, \"failure\": { \"$ref\": \"problem.schema.json\" }, \"members\": { \"code\": \"code\", \"message\": \"message\" } },"));

        Assert.Equal(["plain", "host"], Assert.Single(model.Contracts).Envelopes.Select(envelope => envelope.Name));
        Assert.Equal("plain", Assert.Single(model.Operations.Select(operation => operation.Envelope.Name).Distinct()));
    }

    [Fact]
    public void An_envelope_that_another_contract_uses_is_no_answer_of_the_host()
    {
        var contracts = DocumentationBuilder.Build(Samples.Repository()).Contracts.ToDictionary(contract => contract.Name, contract => contract.Envelopes.Select(envelope => envelope.Name));

        Assert.Equal(["message", "header"], contracts["AgentStates"]);
        Assert.Equal(["statusCode"], contracts["Session"]);
        Assert.Contains("status", contracts.Values.SelectMany(names => names));
    }

    [Fact]
    public void Transitions_are_the_steps_of_the_lifecycle()
    {
        var steps = Assert.Single(Samples.GreetingModel().Contracts).Transitions.Select(step => $"{step.From} {step.Operation.Name} {step.To}");

        Assert.Equal(["Waiting Greet Greeted", "Greeted Greet Greeted", "Greeted Forget Gone"], steps);
    }

    [Fact]
    public void A_request_without_body_is_never_malformed()
    {
        var list = Samples.GreetingModel().Operations.Single(operation => operation.Name == "ListGreetings");

        Assert.DoesNotContain(list.PossibleFailures, failure => failure.Kind is "MalformedBody" or "BodyTooLarge" or "UnknownOperation");
        Assert.Contains(list.PossibleFailures, failure => failure.Kind == "NotFound");
    }

    [Fact]
    public void Anchors_are_unique_in_the_repository()
    {
        var model = DocumentationBuilder.Build(Samples.Repository());
        List<string> anchors =
        [
            .. model.Contracts.Select(contract => contract.Anchor),
            .. model.Contracts.SelectMany(contract => contract.Resources).Select(resource => resource.Anchor),
            .. model.Contracts.SelectMany(contract => contract.States).Select(state => state.Anchor),
            .. model.Contracts.SelectMany(contract => contract.Envelopes).Select(envelope => envelope.Anchor),
            .. model.Operations.Select(operation => operation.Anchor),
            .. model.Notifications.Select(notification => notification.Anchor),
            .. model.Schemas.Schemas.Select(schema => schema.Anchor),
        ];

        Assert.Equal(anchors.Distinct(StringComparer.Ordinal), anchors);
    }

    [Fact]
    public void A_schema_is_there_when_only_another_schema_refers_to_it()
    {
        var model = Samples.GreetingModel();

        var tone = model.Schemas.Schemas.Single(schema => schema.Name == "Tone");
        var request = model.Operations.First().Request!.Source;
        Assert.Equal(tone, model.Schemas.TargetOf(request.Member("properties")!.Member("tone")!.Json));
    }

    [Fact]
    public void A_contract_with_errors_is_refused_with_the_first_of_them()
    {
        var folder = Samples.Greeting(("greet-request.schema.json", "\"maxLength\"", "\"maxLenght\""));

        var error = Assert.Throws<InputException>(() => DocumentationBuilder.Build(folder));

        Assert.Contains("greet-request.schema.json(7,33): error PAR1001", error.Message, StringComparison.Ordinal);
    }
}
