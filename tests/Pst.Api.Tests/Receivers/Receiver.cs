using System.Net;
using System.Text;
using System.Text.Json;
using Pst.Testing;

namespace Pst.Api.Tests.Receivers;

/// <summary>A message as it arrived.</summary>
public sealed record Message(string Path, string Id, string Timestamp, string Signature, string Body)
{
    public JsonElement Json => JsonElement.Parse(Encoding.UTF8.GetBytes(Body));
    public long Position => Json.GetProperty("position").GetInt64();
}

/// <summary>An office's own system, which answers as the test says.</summary>
public sealed class Receiver : IDisposable
{
    readonly HttpListener listener = new();
    readonly Lock gate = new();
    readonly List<(Message Message, int Status)> messages = [];

    public Receiver()
    {
        Origin = $"http://127.0.0.1:{FreePort.Next()}";
        listener.Prefixes.Add($"{Origin}/");
        listener.Start();
        _ = ListenAsync();
    }

    public string Origin { get; }
    public string Address => $"{Origin}/kabar";

    /// <summary>The status for a message.</summary>
    public Func<Message, int> Answer { get; set; } = _ => 204;

    /// <summary>All that came, whatever was answered.</summary>
    public IReadOnlyList<Message> Came
    {
        get { lock (gate) return [.. messages.Select(it => it.Message)]; }
    }

    /// <summary>What was answered with 2xx.</summary>
    public IReadOnlyList<Message> Taken
    {
        get { lock (gate) return [.. messages.Where(it => it.Status is >= 200 and < 300).Select(it => it.Message)]; }
    }

    public void Dispose() => ((IDisposable)listener).Dispose();

    async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var asked = await listener.GetContextAsync();
                using var body = new StreamReader(asked.Request.InputStream);
                string Header(string name) => asked.Request.Headers[name] ?? "";
                var message = new Message(
                    asked.Request.Url!.AbsolutePath, Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"),
                    await body.ReadToEndAsync());
                var status = Answer(message);
                lock (gate) messages.Add((message, status));
                Say(asked.Response, status);
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException) { } // the test has ended
    }

    void Say(HttpListenerResponse response, int status)
    {
        try
        {
            response.StatusCode = status;
            if (status == 302) response.RedirectLocation = $"{Origin}/lain";
            response.Close();
        }
        catch (HttpListenerException) { } // whoever sent it is gone
    }
}
