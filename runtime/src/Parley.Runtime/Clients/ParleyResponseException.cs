using System.Net;
using System.Text;

namespace Parley;

/// <summary>A server answered with something that the contract does not document: neither the operation's success nor a failure of its envelope.</summary>
public sealed class ParleyResponseException : Exception
{
    private const int Shown = 200;

    /// <summary>Describes a reply.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="status">The reply's HTTP status.</param>
    /// <param name="reason">What is wrong with the reply.</param>
    /// <param name="body">The reply's body, or its beginning.</param>
    public ParleyResponseException(OperationDescriptor operation, HttpStatusCode status, string reason, ReadOnlySpan<byte> body)
        : base($"{operation.Method} {operation.Template} ({operation.Name}) was answered with HTTP {(int)status}, {reason}. {Beginning(body)}")
    {
        Operation = operation;
        Status = status;
    }

    /// <summary>The operation that was called.</summary>
    public OperationDescriptor Operation { get; }

    /// <summary>The reply's HTTP status.</summary>
    public HttpStatusCode Status { get; }

    private static string Beginning(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? "The body is empty." : $"The body begins: {Encoding.UTF8.GetString(body[..Math.Min(body.Length, Shown)])}";
}
