using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

internal sealed partial class HandshakeProcessor
{
    private static partial class Log
    {
        [LoggerMessage(203, LogLevel.Information, "A handshake of user '{UserId}' was refused: {Error}.")]
        public static partial void Refused(ILogger logger, string? userId, string error);
    }
}
