namespace Pst.Web.Webhooks;

/// <summary>What webhooks need, registered.</summary>
public static class WebhooksHost
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookSecrets>().AddSingleton<WebhookRoute>().AddSingleton<WebhookPositions>().AddSingleton<Subscriptions>();
        services.AddSingleton<WebhookTries>();
        services.AddHostedService<WebhookWorker>();
    }
}
