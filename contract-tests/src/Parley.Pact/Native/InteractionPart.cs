namespace Parley.Pacts;

/// <summary>The half of an HTTP interaction that a header or body belongs to; the values are the core's.</summary>
internal enum InteractionPart
{
    Request = 0,
    Response = 1,
}
