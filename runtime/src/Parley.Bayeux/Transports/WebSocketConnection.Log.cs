using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

internal sealed partial class WebSocketConnection
{
    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Debug, "A socket of user '{UserId}' was lost: {Reason}")]
        public static partial void Lost(ILogger logger, string? userId, string reason);

        [LoggerMessage(402, LogLevel.Warning, "A socket of user '{UserId}' was cut: a write took too long.")]
        public static partial void TooSlow(ILogger logger, string? userId);

        [LoggerMessage(403, LogLevel.Information, "A frame of user '{UserId}' was refused: {Reason}")]
        public static partial void FrameRefused(ILogger logger, string? userId, string reason);
    }
}
