using Parley.Schema.Model;

namespace Parley.ContractTesting;

/// <summary>Derives the interactions of one operation.</summary>
public sealed class OperationPact
{
    private readonly string _contract;
    private readonly OperationDescriptor _operation;
    private readonly ContractSchemas _schemas;
    private readonly OperationModel _model;

    internal OperationPact(string contract, OperationDescriptor operation, ContractSchemas schemas)
    {
        _contract = contract;
        _operation = operation;
        _schemas = schemas;
        _model = schemas.Operation(operation.Name);
    }

    /// <summary>A call that succeeds.</summary>
    /// <param name="example">Which of the operation's examples, from 0.</param>
    /// <exception cref="ArgumentException">There is no such example.</exception>
    public OperationInteraction Succeeds(int example = 0)
    {
        var success = _schemas.ExampleOf(_operation, "success", example) ?? _schemas.Example(_model.Success, 0);
        return Call("success", example) with
        {
            Status = 200,
            Response = _schemas.Matchers.Of(_model.Success, success, MatchedSide.Received),
        };
    }

    /// <summary>A call that fails, with the code and HTTP status of the operation's envelope. The request is that of a success until it is overridden.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="example">Which of the operation's examples gives the request, from 0.</param>
    public OperationInteraction Fails(FailureKind kind, int example = 0)
    {
        var failure = _operation.Envelope.Failures[kind];
        return Call(Outcomes.Name(kind), example) with
        {
            Status = (ushort)failure.HttpStatus,
            Response = _schemas.Failure(_model, failure, _schemas.ExampleOf(_operation, "failure", example)),
        };
    }

    private OperationInteraction Call(string outcome, int example)
    {
        var input = _model.Request ?? _model.Query;
        var request = input is null ? null : _schemas.Matchers.Of(input, _schemas.ExampleOf(_operation, "request", example) ?? _schemas.Example(input, 0), MatchedSide.Sent);
        return new OperationInteraction
        {
            Description = $"{_contract}.{_operation.Name}: {outcome}",
            Operation = _operation,
            PathValues = _schemas.PathExamples(_operation.Template),
            Request = request,
            IsQuery = _model.Query is not null,
        };
    }
}
